using Microsoft.Net.Http.Headers;

namespace Ita.App.Web;

/// <summary>A file that a browser opens instead of saving it, with a name for saving it there.</summary>
internal sealed class InlineFile(byte[] bytes, string contentType, string name) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(name);
        httpContext.Response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.File(bytes, contentType).ExecuteAsync(httpContext);
    }
}
