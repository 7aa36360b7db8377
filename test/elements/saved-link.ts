/** The link by which the next picture is handed to the browser's downloads, which then get nothing. */
export function savedLink(): Promise<HTMLAnchorElement> {
  return new Promise((resolve) => {
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      // what was put in front of the method of every element
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      resolve(this);
    };
  });
}
