/** Serves a BFF on Node: a socket, a key file made on first run, SQLite in a file or PostgreSQL. */
export { clientAddress, serveBff } from './node/serve-bff.js';
export type { ServedBff, ServeOptions } from './node/serve-bff.js';
export { openDatabase } from './node/sql-database.js';
export type { DatabaseOptions } from './node/sql-database.js';
export { openKeyFile } from './node/key-file.js';
export type { KeyFile } from './node/key-file.js';
export { zenginBanks } from './node/zengin-banks.js';
