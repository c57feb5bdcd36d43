const address = /([^\s<>"'(),;:@])[^\s<>"'(),;:@]*@([^\s<>"'(),;:@]+)/g;

/** "amina@hus.example" as "a•••@hus.example": enough to see which mail server was asked, not who. */
export function maskedAddress(whole: string): string {
  return withMaskedAddresses(whole);
}

/** A text of a mail server's with the addresses in it masked. */
export function withMaskedAddresses(text: string): string {
  return text.replace(address, "$1•••@$2");
}
