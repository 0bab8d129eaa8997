using System.Text;
using System.Xml.Linq;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ita.LocalHost.Triggers;

/// <summary>Leaves blobs out of the listings of the WebJobs SDK until the second in which they were written is over.</summary>
/// <remarks>
/// The SDK looks for blobs that were modified after the newest one of the listing before, and storage gives times in whole seconds. A blob
/// that is written in the same second as the newest one, but after the listing, would never be found. With this policy every second in a
/// listing is complete.
/// </remarks>
internal sealed class SettledListings : HttpPipelinePolicy
{
    // The answer may be dated a moment after the blobs were listed.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        RemoveUnsettled(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        RemoveUnsettled(message);
    }

    private static void RemoveUnsettled(HttpMessage message)
    {
        if (!IsListing(message.Request) || message.Response is not { Status: 200, Headers.Date: { } now } response)
        {
            return;
        }

        var listing = XDocument.Parse(response.Content.ToString());
        var unsettled = listing.Descendants("Blob").Where(blob => IsUnsettled(blob, now)).ToList();
        if (unsettled.Count > 0)
        {
            unsettled.ForEach(blob => blob.Remove());
            response.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(listing.ToString(SaveOptions.DisableFormatting)));
        }
    }

    private static bool IsListing(Request request) => request.Method == RequestMethod.Get
        && request.Uri.Query.Contains("comp=list", StringComparison.Ordinal)
        && request.Uri.Query.Contains("restype=container", StringComparison.Ordinal);

    private static bool IsUnsettled(XElement blob, DateTimeOffset now) => blob.Element("Properties")?.Element("Last-Modified")?.Value is { } modified
        && DateTimeOffset.ParseExact(modified, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) >= now - Margin;
}
