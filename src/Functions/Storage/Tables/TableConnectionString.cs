namespace Ita.Functions.Storage.Tables;

/// <summary>The parts of a storage connection string that the Table service needs.</summary>
internal sealed record TableConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    private const string DevelopmentAccount = "devstoreaccount1";

    // Not a secret: the emulator's account key is published in its documentation and the same everywhere.
    private const string DevelopmentKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="FormatException">A part is malformed or missing; the message names it and never holds the key.</exception>
    public static TableConnectionString Parse(string connectionString)
    {
        var parts = Split(connectionString);
        return IsDevelopment(parts) ? Development() : new(EndpointOf(parts), CredentialOf(parts));
    }

    private static Dictionary<string, string> Split(string connectionString)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                throw new FormatException("A part of the storage connection string is not of the form Name=Value.");
            }

            parts[part[..equals]] = part[(equals + 1)..];
        }

        return parts;
    }

    private static bool IsDevelopment(Dictionary<string, string> parts) =>
        parts.TryGetValue("UseDevelopmentStorage", out var value) && bool.Parse(value);

    private static TableConnectionString Development() =>
        new(new Uri($"http://127.0.0.1:10002/{DevelopmentAccount}"), new(DevelopmentAccount, DevelopmentKey));

    private static Uri EndpointOf(Dictionary<string, string> parts)
    {
        if (parts.TryGetValue("TableEndpoint", out var endpoint))
        {
            return new Uri(endpoint, UriKind.Absolute);
        }

        var protocol = parts.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = parts.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return new Uri($"{protocol}://{Required(parts, "AccountName")}.table.{suffix}");
    }

    private static TableSharedKeyCredential CredentialOf(Dictionary<string, string> parts) =>
        new(Required(parts, "AccountName"), Required(parts, "AccountKey"));

    private static string Required(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var value)
            ? value
            : throw new FormatException(
                $"The storage connection string has no {name}. Shared access signatures are not supported for tables.");
}
