import { command } from './command.ts';

export const licences = command({
  name: 'licences',
  takes: '',
  says: 'list the packages in the program and its pages: name, version, licence',
  options: {},
  run: async () => {
    const { listLicences, writeLicences } = await import('../report/licensed-packages.ts');
    console.log(writeLicences(listLicences()));
    return 0;
  },
});
