using Azure;

namespace Ita.Functions.Storage.Tables;

/// <summary>The version an entity must have for a write to happen.</summary>
internal static class EntityCondition
{
    public const string Header = "If-Match";

    /// <exception cref="ArgumentException">The ETag is empty, which would make an update an upsert.</exception>
    public static string Of(ETag version) => version == default
        ? throw new ArgumentException("The ETag is empty. Read the entity first, or say ETag.All.", nameof(version))
        : version.ToString();

    public static string OfOrAny(ETag version) => version == default ? ETag.All.ToString() : version.ToString();
}
