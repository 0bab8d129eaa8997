using System.Text.RegularExpressions;

namespace Ita.LocalHost.Blobs;

/// <summary>The <c>path</c> of a blob trigger: a container and a pattern with <c>{tokens}</c> for the blob's name.</summary>
internal sealed partial class BlobPattern
{
    private readonly Regex name;
    private readonly string[] tokens;

    private BlobPattern(string container, string pattern)
    {
        Container = container;
        Prefix = pattern.Split('{')[0];
        tokens = [.. Token().Matches(pattern).Select(match => match.Groups[1].Value)];
        name = new Regex($"^{Expression(pattern)}$", RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }

    public string Container { get; }

    /// <summary>What every matching name begins with; may be empty.</summary>
    public string Prefix { get; }

    /// <exception cref="FormatException">There is no container, or it holds a token.</exception>
    public static BlobPattern Parse(string path)
    {
        var parts = path.TrimStart('/').Split('/', 2);
        return parts[0].Length > 0 && !parts[0].Contains('{', StringComparison.Ordinal)
            ? new(parts[0], parts.Length == 2 ? parts[1] : "{name}")
            : throw new FormatException($"'{path}' is no path of a blob trigger: container/pattern.");
    }

    /// <summary>The tokens' values in the given name; null when it does not match.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Match(string blobName)
    {
        var match = name.Match(blobName);
        return match.Success ? [.. tokens.Select(token => KeyValuePair.Create(token, match.Groups[token].Value))] : null;
    }

    private static string Expression(string pattern) =>
        string.Concat(Token().Split(pattern).Select((part, index) => index % 2 == 0 ? Regex.Escape(part) : $"(?<{part}>.+)"));

    [GeneratedRegex(@"\{([A-Za-z][A-Za-z0-9]*)\}")]
    private static partial Regex Token();
}
