/** The heads by which the columns of a table of events are known, in small letters without accents. */
export const HEADS = {
  date: [
    ...[
      'date',
      'start',
      'start date',
      'startdate',
      'from',
      'begin',
      'began',
      'year',
      'when',
      'time',
      'datum',
    ],
    ...['dates', 'start year', 'point in time', 'inception', 'reign start', 'term start'],
    ...['born', 'birth', 'birth date', 'date of birth', 'birth year', 'year of birth', 'dob'],
    ...['release date', 'published', 'year start', 'start time', 'at', 'day', 'founded', 'established'],
    ...[
      'timestamp',
      'datetime',
      'hdate',
      'period',
      'years',
      'reign',
      'max',
      'max age',
      'age bottom',
      'base age',
    ],
    ...['jahr', 'beginn', 'zeit', 'zeitraum', 'annee', 'debut', 'fecha', 'inicio', 'ano', 'anno', 'inizio'],
    ...[
      'starting date',
      'beginning',
      'data',
      'дата',
      'год',
      'годы',
      'начало',
      'рік',
      'rok',
      'ar',
      'tarih',
      'yıl',
    ],
    ...['날짜', '연도', '일자', '시기', 'التاريخ', 'السنة'],
    ...['jaar', '年', '年月日', '日付', '年代', '時期', '日期', '年份', '时间'],
  ],
  end: [
    ...['end', 'end date', 'enddate', 'to', 'until', 'finish', 'finished', 'ended', 'end year', 'end time'],
    ...['year end', 'reign end', 'term end', 'died', 'death', 'death date', 'date of death', 'death year'],
    ...['year of death', 'dod', 'stop', 'min', 'min age', 'age top', 'top age'],
    ...['date end', 'hdate end', 'dissolved', 'closed', 'hdate death'],
    ...['ende', 'bis', 'fim', 'einde', 'hasta', 'ending date', 'fin', 'fine', 'конец', 'окончание', 'кінець'],
    ...['koniec', 'konec', 'slut', '終了', '结束', '종료'],
  ],
  month: [
    ...['month', 'monat', 'mois', 'mes', 'mese', 'maand', '月'],
    ...['start month', 'start date month', 'date month', 'begin month', 'from month'],
  ],
  day: [
    ...['day', 'jour', 'dia', 'giorno', '日'],
    ...['start day', 'start date day', 'date day', 'begin day', 'from day', 'date'],
  ],
  end_month: ['end month', 'end date month', 'until month', 'to month'],
  end_day: ['end day', 'end date day', 'until day', 'to day'],
  precision: [
    ...['precision', 'date precision', 'time precision', 'start precision', 'start date precision'],
    ...['start time precision', 'point in time precision', 'inception precision', 'birth precision', '精度'],
  ],
  end_precision: ['end precision', 'end date precision', 'end time precision', 'death precision'],
  time: [
    'time',
    'clock',
    'hour',
    'start time',
    'time of day',
    'uhrzeit',
    'hora',
    'heure',
    'ora',
    'tijd',
    'час',
    'время',
    'godzina',
    '時刻',
    '时刻',
  ],
  end_time: ['end time', 'until time'],
  title: [
    ...['title', 'name', 'label', 'headline', 'event', 'event name', 'item label', 'itemlabel', 'what'],
    ...['person', 'key', 'event title', 'milestone'],
    ...[
      'titel',
      'ereignis',
      'bezeichnung',
      'titre',
      'evenement',
      'nom',
      'titulo',
      'evento',
      'acontecimiento',
    ],
    ...['acontecimento', 'nombre', 'nome', 'titolo', 'gebeurtenis', 'naam'],
    ...[
      'событие',
      'название',
      'подія',
      'назва',
      'wydarzenie',
      'tytuł',
      'nazwa',
      'udalost',
      'nazev',
      'handelse',
    ],
    ...['olay', 'baslık', '사건', '제목', '이름', 'الحدث', 'العنوان'],
    ...['出来事', '事項', '事柄', '題名', 'タイトル', '事件', '标题', '名称'],
  ],
  lane: [
    ...['lane', 'group', 'category', 'series', 'track', 'era', 'topic', 'theme'],
    ...[
      'kategorie',
      'gruppe',
      'thema',
      'bereich',
      'categorie',
      'groupe',
      'categoria',
      'grupo',
      'gruppo',
      'tema',
    ],
    ...['категория', 'раздел', 'категорія', 'kategoria', '分類', '分类', '類別', '분류'],
  ],
  text: [
    ...['text', 'description', 'summary', 'desc', 'details', 'notes', 'content', 'body', 'comment'],
    ...['itemdescription', 'event', 'information', 'info', 'body text', 'content text', 'full description'],
    ...[
      'beschreibung',
      'bemerkung',
      'anmerkung',
      'texte',
      'descripcion',
      'texto',
      'descricao',
      'descrizione',
    ],
    ...[
      'testo',
      'beschrijving',
      'omschrijving',
      'описание',
      'опис',
      'opis',
      'popis',
      'beskrivning',
      '설명',
      '내용',
      '内容',
      '説明',
      '備考',
      '描述',
      '说明',
    ],
  ],
  when: ['display date', 'displaydate', 'date shown'],
  image: [
    ...['image', 'picture', 'photo', 'media', 'media url', 'thumbnail', 'img', 'pic', 'video', 'film'],
    ...['image url', 'imageurl', 'bild', 'foto', 'imagen', 'imagem', 'immagine', 'afbeelding', '画像'],
  ],
  alt: ['alt', 'caption', 'media caption', 'alt text', 'image caption'],
  credit: ['credit', 'media credit', 'image credit', 'attribution', 'licence', 'license'],
  source: [
    ...['source', 'sources', 'url', 'link', 'links', 'reference', 'wikipedia', 'website', 'article', 'href'],
    ...[
      'uri',
      'ref',
      'citation',
      'references',
      'quelle',
      'quellen',
      'fuente',
      'fonte',
      'bron',
      '出典',
      '来源',
    ],
  ],
  place: [
    ...['place', 'location', 'where', 'city', 'venue', 'country', 'ort', 'lieu', 'lugar', 'luogo', 'plaats'],
    ...['место', 'місце', 'miejsce', 'misto', '場所', '地点', '장소'],
  ],
  kind: ['kind', 'type', 'event type'],
  significance: ['significance', 'importance', 'weight'],
  id: ['id', 'key'],
} as const;

export type Field = keyof typeof HEADS;
export const FIELDS = [
  ...([
    'date',
    'end',
    'month',
    'day',
    'end_month',
    'end_day',
    'precision',
    'end_precision',
    'time',
    'end_time',
  ] as const),
  ...(['title', 'lane', 'text', 'when', 'image'] as const),
  ...(['alt', 'credit', 'source', 'place', 'kind', 'significance', 'id'] as const),
] as const satisfies readonly Field[];

/** A head as it is compared: `Start_Date`, `startDate` and `START DATE` are one, and so are `Année` and `annee`. */
export function plainHead(head: string): string {
  return head
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_.-]+/g, ' ')
    .trim();
}

const ALL: ReadonlySet<string> = new Set(Object.values(HEADS).flat());

/** Whether a head is a known one of any field. */
export function isKnownHead(head: string): boolean {
  const plain = plainHead(head);
  return ALL.has(plain) || [...ALL].some((known) => known.replaceAll(' ', '') === plain);
}
