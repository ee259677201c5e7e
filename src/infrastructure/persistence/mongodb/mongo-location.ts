import type { MongoClient } from 'mongodb';

/** Where a client's server and database are, for people: without user name and password. */
export function locationOf(client: MongoClient, dbName: string): string {
  const { srvHost, hosts } = client.options;
  const scheme = srvHost === undefined ? 'mongodb' : 'mongodb+srv';
  const address = srvHost ?? hosts.map(String).join(',');
  return `${scheme}://${address}/${dbName}`;
}

/** Takes the credentials of a client, and any in a URL, out of texts. */
export function redactorOf(client: MongoClient): (text: string) => string {
  const { password } = client.options.credentials ?? {};
  const secrets = [password, password && encodeURIComponent(password)].filter(
    (secret) => secret !== undefined && secret !== '',
  );
  return (text) =>
    secrets
      .reduce<string>((rest, secret) => rest.replaceAll(secret ?? '', '***'), text)
      .replace(/(mongodb(?:\+srv)?:\/\/)[^\s/]*@/gi, '$1');
}
