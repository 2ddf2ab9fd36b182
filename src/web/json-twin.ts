/** `/articles/a1.json` is the data of `/articles/a1`. */
export function splitJson(parameter: string): { readonly id: string; readonly json: boolean } {
  return parameter.endsWith('.json')
    ? { id: parameter.slice(0, -'.json'.length), json: true }
    : { id: parameter, json: false };
}
