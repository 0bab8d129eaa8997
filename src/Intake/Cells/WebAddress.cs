namespace Ita.Intake.Cells;

/// <summary>Whether a text has the shape of web addresses. Nothing is looked up.</summary>
internal static class WebAddress
{
    /// <summary>Whether each of the words of <paramref name="text"/> is an absolute http or https address: a cell may hold several.</summary>
    public static bool AreUsable(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(IsUsable);

    private static bool IsUsable(string word) =>
        Uri.TryCreate(word, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Contains('.', StringComparison.Ordinal);
}
