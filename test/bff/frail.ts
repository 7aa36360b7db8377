/** What a call throws when its process has stopped. */
export class Crash extends Error {}

/** A process that may stop before or after any call it makes, and then does nothing any more. */
export class FrailProcess {
  stopped = false;
  /** @param strike asked at every call: whether the process stops there */
  constructor(readonly strike: () => 'before' | 'after' | undefined) {}

  /**
   * The same object as this process reaches it.
   *
   * @param methods those that are awaited; a part of the object named among them has such methods too
   */
  wrap<T extends object>(target: T, methods: readonly (keyof T)[]): T {
    return new Proxy(target, {
      get: (whole, name) => {
        const value: unknown = Reflect.get(whole, name, whole);
        const part = methods.includes(name as keyof T) && typeof value === 'object' && value !== null;
        if (part) return this.wrap<object>(value, methods as readonly never[]);
        if (typeof value !== 'function') return value;
        const call = (...values: unknown[]): unknown => Reflect.apply(value, whole, values);
        return methods.includes(name as keyof T)
          ? (...values: unknown[]) => this.#through(() => call(...values))
          : call;
      },
    });
  }

  async #through(call: () => unknown): Promise<unknown> {
    const strike = this.stopped ? 'before' : this.strike();
    if (strike === 'before') this.#stop();
    const result = await call();
    if (this.stopped || strike === 'after') this.#stop();
    return result;
  }

  #stop(): never {
    this.stopped = true;
    throw new Crash();
  }
}
