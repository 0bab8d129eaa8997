using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ita.App.Storage;
using Ita.Domain.Scoring;

namespace Ita.App.Results;

/// <summary>Tells whether two results say the same: SHA-256 of all of a result but the places its figures were read at.</summary>
/// <remarks>Without the places, because the same figures sent in another file are no new version.</remarks>
internal static class ContentHash
{
    private static readonly JsonSerializerOptions Placeless = Create();

    public static string Of(AgencyResult result) => Of(JsonSerializer.SerializeToUtf8Bytes(result, Placeless));

    /// <summary>Of everything, for a blob's name: other bytes, another name.</summary>
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
