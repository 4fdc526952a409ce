/** Whether an address is a page of this instance: a path, and nothing that a browser would read as another site. */
export function isLocalPath(address: string): boolean {
  if (!/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(address) || address.length > 500) return false;
  const here = "http://here.invalid";
  return URL.canParse(address, here) && new URL(address, here).origin === here;
}

/** The page to come back to, or the first one when the address asked for is not ours. */
export const localPath = (address: string | undefined | null): string =>
  address !== undefined && address !== null && isLocalPath(address) ? address : "/";

/** Links by mail, an hour: few for one address, more for one network, behind which a whole town hall may sit. */
export const linksPerAddress = 5;
export const linksPerNetwork = 60;
/** How long a link by mail opens, in minutes. */
export const linkMinutes = 15;
