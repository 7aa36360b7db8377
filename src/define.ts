/** Registers the tags a checkout page is written with. The heavy ones load when their step arrives. */
import { RejiCheckout } from './elements/reji-checkout.js';

RejiCheckout.define();
