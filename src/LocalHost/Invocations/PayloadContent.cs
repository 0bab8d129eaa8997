using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Ita.LocalHost.App;

namespace Ita.LocalHost.Invocations;

/// <summary>A payload as a request body of unknown length, so that it travels chunked, as the host sends it.</summary>
internal sealed class PayloadContent : HttpContent
{
    private readonly Payload payload;

    public PayloadContent(Payload payload)
    {
        this.payload = payload;
        Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var json = new Utf8JsonWriter(stream, JsonText.Writing);
        await using (json)
        {
            payload.WriteTo(json);
            await json.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
