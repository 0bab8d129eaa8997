using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Models;
using Ita.LocalHost.Invocations;

namespace Ita.LocalHost.Blobs;

/// <summary>A blob as a trigger value: its content inlined, its properties, metadata and name (contract.md, section 2.2).</summary>
internal static class BlobFacts
{
    public static TriggerValue Of(Uri uri, BlobDownloadResult blob, IReadOnlyList<KeyValuePair<string, string>> tokens) => new(
        new BytesValue(blob.Content.ToMemory()),
        [
            new("Uri", new TextValue(uri.AbsoluteUri)),
            new("Properties", new NodeValue(Properties(blob.Details))),
            new("Metadata", new NodeValue(Metadata(blob.Details.Metadata))),
            .. tokens.Select(token => KeyValuePair.Create<string, PayloadValue>(token.Key, new TextValue(token.Value))),
        ]);

    // A subset, as in the contract's example. ETag is {} because Azure.ETag has no public properties.
    private static JsonObject Properties(BlobDownloadDetails details) => new()
    {
        ["LastModified"] = details.LastModified.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        ["ContentLength"] = details.ContentLength,
        ["ContentType"] = details.ContentType,
        ["ETag"] = new JsonObject(),
        ["BlobType"] = (int)details.BlobType,
    };

    private static JsonObject Metadata(IDictionary<string, string> metadata) =>
        new(metadata.Select(item => KeyValuePair.Create(item.Key, (JsonNode?)JsonValue.Create(item.Value))));
}
