using System.Collections.Frozen;

namespace Ita.App.Web.Assets;

/// <summary>A file that pages link to, embedded in this assembly: the style sheet, scripts, the typeface (SIL Open Font
/// Licence), the icon.</summary>
internal sealed record Asset(byte[] Content, string ContentType)
{
    private const string Prefix = "pages/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".woff2"] = "font/woff2",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Asset> All = Read();

    /// <summary>Changes with any byte of any asset, so that browsers may cache the URLs under it for ever.</summary>
    public static string Version { get; } = VersionOf(All);

    public static Asset? Find(string name) => All.GetValueOrDefault(name);

    /// <exception cref="ArgumentException">No asset has this name: a bug in a page.</exception>
    public static string Address(string name) => All.ContainsKey(name)
        ? $"{PageRoutes.Root}/assets/{Version}/{name}"
        : throw new ArgumentException($"No asset '{name}'.", nameof(name));

    private static FrozenDictionary<string, Asset> Read()
    {
        var assembly = typeof(Asset).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(
            name => name[Prefix.Length..],
            name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var content = new byte[stream.Length];
                stream.ReadExactly(content);
                return new Asset(content, Types[Path.GetExtension(name)]);
            });
    }

    private static string VersionOf(FrozenDictionary<string, Asset> all)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, asset) in all.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            hash.AppendData(asset.Content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
