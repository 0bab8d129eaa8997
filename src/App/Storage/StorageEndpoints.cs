namespace Ita.App.Storage;

/// <summary>The addresses of the account's three services, used with an identity.</summary>
internal sealed record StorageEndpoints(Uri Blobs, Uri Queues, Uri Tables)
{
    private static readonly string[] Parts =
        [StorageSettings.BlobServiceUri, StorageSettings.QueueServiceUri, StorageSettings.TableServiceUri];

    /// <remarks>A service URI takes precedence over the account's name, so that a sovereign cloud or a private address
    /// can be configured.</remarks>
    /// <exception cref="InvalidOperationException">A service has no address.</exception>
    public static StorageEndpoints From(IConfiguration section)
    {
        var missing = Parts.Where(part => AddressOf(section, part) is null).ToList();
        return missing.Count == 0
            ? new(Find(section, Parts[0]), Find(section, Parts[1]), Find(section, Parts[2]))
            : throw new InvalidOperationException(Explain(missing));
    }

    private static Uri Find(IConfiguration section, string part) => new(AddressOf(section, part)!, UriKind.Absolute);

    private static string? AddressOf(IConfiguration section, string part) =>
        NullIfBlank(section[part]) ?? AddressOf(NullIfBlank(section[StorageSettings.AccountName]), part);

    private static string? AddressOf(string? account, string part) =>
        account is null ? null : $"https://{account}.{part.Replace("ServiceUri", "", StringComparison.Ordinal)}.core.windows.net";

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Explain(List<string> missing) =>
        $"Storage is not configured. Set {StorageSettings.Name} to a connection string, "
        + $"or {StorageSettings.Variable(StorageSettings.AccountName)}, "
        + $"or {string.Join(", ", Parts.Select(StorageSettings.Variable))}. "
        + $"Without address now: {string.Join(", ", missing.Select(StorageSettings.Variable))}.";
}
