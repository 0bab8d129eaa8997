using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ita.Domain.Texts;

/// <summary>
/// The Thai and English text of each stable code (problems, findings, reasons), read from the embedded <c>Texts/Data/*.json</c>. A text may
/// contain placeholders such as <c>{value}</c>.
/// </summary>
public static partial class TextCatalogue
{
    private static readonly Dictionary<string, LocalizedText> Sentences = Read();

    public static IReadOnlyCollection<string> Codes => Sentences.Keys;

    /// <summary>The text of <paramref name="code"/> with its placeholders filled.</summary>
    /// <exception cref="KeyNotFoundException">The code does not exist, or a placeholder has no value; both are bugs in the code, not in the
    /// data.</exception>
    public static LocalizedText Fill(string code, IReadOnlyDictionary<string, string> values)
    {
        var sentence = Sentences.TryGetValue(code, out var found)
            ? found
            : throw new KeyNotFoundException($"No text for the code '{code}'.");
        return new(Filled(sentence.Th, code, values), Filled(sentence.En, code, values));
    }

    /// <summary>The text of <paramref name="code"/> with its placeholders unfilled.</summary>
    public static LocalizedText Template(string code) => Sentences[code];

    [GeneratedRegex("\\{([a-zA-Z]+)\\}")]
    public static partial Regex Place();

    private static string Filled(string sentence, string code, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(sentence, match => values.TryGetValue(match.Groups[1].Value, out var value)
            ? value
            : throw new KeyNotFoundException($"The text '{code}' needs a value for {match.Value}."));

    private static Dictionary<string, LocalizedText> Read()
    {
        var assembly = typeof(TextCatalogue).Assembly;
        var sentences = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(".Texts.Data.", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (code, text) in JsonSerializer.Deserialize<Dictionary<string, LocalizedText>>(stream, JsonSerializerOptions.Web)!)
            {
                sentences.Add(code, text);
            }
        }

        return sentences;
    }
}
