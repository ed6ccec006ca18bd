/**
 * Runs in CloudFront at each request: an address of the console that names no file is the
 * console's own to read, so it gets the page that does. Not by an error page, which would also
 * answer what the firewall refuses, and a script that is gone, with a page.
 */
export const appPath = `function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf("/") + 1);
  if (last.indexOf(".") === -1) request.uri = "/index.html";
  return request;
}
`;
