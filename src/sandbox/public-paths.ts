/** Where a sandbox is reached; its public URL may have a path, as behind a proxy. */
export class PublicPaths {
  readonly #prefix: string;

  /**
   * @param publicUrl absolute URL of the sandbox
   * @throws TypeError when it is not absolute
   */
  constructor(private readonly publicUrl: string) {
    this.#prefix = new URL(publicUrl).pathname.replace(/\/$/, '');
  }

  /** A path of the sandbox as its own pages link to it. */
  path(path: string): string {
    return `${this.#prefix}${path}`;
  }

  /** The same as an absolute URL. */
  url(path: string): string {
    return new URL(this.path(path), this.publicUrl).href;
  }

  /** The route a URL names, or undefined when it lies outside the public URL. */
  route(url: URL): string | undefined {
    return url.pathname.startsWith(`${this.#prefix}/`) ? url.pathname.slice(this.#prefix.length) : undefined;
  }
}
