using System.Globalization;
using System.Text.Json.Nodes;
using Ita.LocalHost.Invocations;

namespace Ita.LocalHost.Blobs;

/// <summary>A downloaded blob.</summary>
/// <param name="BlobType">0 for a block blob, as Azure.Storage.Blobs numbers them.</param>
/// <param name="Tokens">What the tokens of the trigger's path stand for in its name.</param>
internal sealed record ArrivedBlob(
    Uri Uri,
    ReadOnlyMemory<byte> Content,
    long ContentLength,
    string ContentType,
    DateTimeOffset LastModified,
    int BlobType,
    IEnumerable<KeyValuePair<string, string>> Metadata,
    IEnumerable<KeyValuePair<string, string>> Tokens);

/// <summary>A blob as a trigger value: its content inlined, its properties, metadata and name (contract.md, section 2.2).</summary>
internal static class BlobFacts
{
    public static TriggerValue Of(ArrivedBlob blob) => new(
        new BytesValue(blob.Content),
        [
            new("Uri", new TextValue(blob.Uri.AbsoluteUri)),
            new("Properties", new NodeValue(Properties(blob))),
            new("Metadata", new NodeValue(Metadata(blob.Metadata))),
            .. blob.Tokens.Select(token => KeyValuePair.Create<string, PayloadValue>(token.Key, new TextValue(token.Value))),
        ]);

    // A subset, as in the contract's example. ETag is {} because Azure.ETag has no public properties.
    private static JsonObject Properties(ArrivedBlob blob) => new()
    {
        ["LastModified"] = blob.LastModified.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        ["ContentLength"] = blob.ContentLength,
        ["ContentType"] = blob.ContentType,
        ["ETag"] = new JsonObject(),
        ["BlobType"] = blob.BlobType,
    };

    private static JsonObject Metadata(IEnumerable<KeyValuePair<string, string>> metadata) =>
        new(metadata.Select(item => KeyValuePair.Create(item.Key, (JsonNode?)JsonValue.Create(item.Value))));
}
