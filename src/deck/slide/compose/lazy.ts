/** What is found when it is asked for, or never; either way all that finding needs is let go of then. */
export class Lazy<T> {
  #find: (() => T) | undefined;
  #found: T | undefined;

  constructor(find: () => T) {
    this.#find = find;
  }

  get(): T | undefined {
    if (this.#find) this.#found = this.#find();
    this.#find = undefined;
    return this.#found;
  }

  /** Nobody will ask who has not asked yet. */
  drop(): void {
    this.#find = undefined;
  }
}
