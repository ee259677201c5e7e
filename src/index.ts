export { EtalonError } from './domain/errors/etalon-error.js';
export { ERROR_CATALOGUE } from './domain/errors/error-catalogue.js';
export { loadSettings } from './infrastructure/config/load-settings.js';
export { createContainer } from './composition/create-container.js';
