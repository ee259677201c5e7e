export { EtalonError } from './domain/errors/etalon-error.js';
