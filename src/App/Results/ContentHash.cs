using System.Text.Json.Serialization.Metadata;

namespace Ita.App.Results;

/// <summary>Compares the contents of two results: the SHA-256 of a result without the places its figures were read
/// from.</summary>
/// <remarks>The places are left out because the same figures sent in another file are no new version.</remarks>
internal static class ContentHash
{
    private static readonly JsonSerializerOptions Placeless = Create();

    public static string Of(AgencyResult result) => Of(JsonSerializer.SerializeToUtf8Bytes(result, Placeless));

    /// <summary>The hash of the whole result, for the blob's name.</summary>
    public static string OfAll(StoredResult stored) => Of(StoredJson.Bytes(stored));

    private static string Of(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(StoredJson.Options);
        options.TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(LeaveOutSource);
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutSource(JsonTypeInfo type)
    {
        if (type.Type == typeof(ScoreNode))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(nameof(ScoreNode.Source));
            type.Properties.Remove(type.Properties.Single(property => property.Name == name));
        }
    }
}
