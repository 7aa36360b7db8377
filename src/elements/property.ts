import type { PropertyDeclaration, ReactiveElement } from 'lit';

/** A decorator of a field or an accessor. TypeScript wants it to say that it answers nothing. */
type Decorate = (proto: ReactiveElement, name: string) => void;

/** Lit's decorator of that name, for TypeScript's own kind of decorators only: Lit's brings the code for two kinds. */
export function property(options?: PropertyDeclaration): Decorate {
  return (proto, name) => {
    (proto.constructor as typeof ReactiveElement).createProperty(name, options);
    // an accessor stays as it was unless the one that Lit made of it is answered
    return Object.getOwnPropertyDescriptor(proto, name);
  };
}

/** A property that is nobody's but the element's. */
export function state(): Decorate {
  return property({ state: true, attribute: false });
}
