using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Ita.Reports.Tests.Analysis;
using Ita.Reports.Text;

namespace Ita.Reports.Tests.Documents;

public partial class EveryKindTests
{
    /// <summary>
    /// A hash of each whole page, with style and drawings. It differs when a page depends on the clock, chance, the machine or the order
    /// of a dictionary.
    /// </summary>
    [Fact]
    public async Task Every_page_has_the_hash_it_had_when_it_was_reviewed()
    {
        var pages = await Task.WhenAll(Kinds.Every.Select(async kind => $"{Hash(await Kinds.RenderAsync(kind))}  {kind}"));

        Golden.Matches(string.Join('\n', pages), "txt");
    }

    /// <summary>The body of each kind for each seed, without style, drawings and pictures, which have their own tests.</summary>
    [Theory]
    [MemberData(nameof(Kinds.Short), MemberType = typeof(Kinds))]
    public async Task The_page_equals_the_reviewed_one(string kind) =>
        Golden.MatchesIn(
            "Reviewed",
            kind.Replace(", ", " ", StringComparison.Ordinal).Replace(' ', '-'),
            Drawn().Replace((await Kinds.RenderAsync(kind)).Between("<main>", "</main>").Plain(), ""),
            "html");

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task It_is_sealed_once(string kind) =>
        Assert.Single(Regex.Matches(await Kinds.RenderAsync(kind), $"<code>{Kinds.Seal.Id}</code>"));

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task No_page_mixes_digits_outside_codes_and_addresses(string kind)
    {
        foreach (var (digits, others) in new[] { (Digits.Thai, "[0-9]"), (Digits.Arabic, "[๐-๙]") })
        {
            var words = (await Kinds.RenderAsync(kind, new(digits))).Visible().Split(' ');

            Assert.DoesNotContain(words, word => Regex.IsMatch(word, others) && !word.Any(char.IsAsciiLetter));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task It_fetches_nothing_and_has_no_scripts(string kind)
    {
        var html = await Kinds.RenderAsync(kind);

        Assert.DoesNotMatch("<(script|link|iframe)|url\\((?!data:)| src=\"(?!data:image/)", html);
        Assert.Contains("<html lang=\"th\">", html, StringComparison.Ordinal);
        Assert.Contains("name=\"viewport\"", html, StringComparison.Ordinal);
    }

    private static string Hash(string html) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html.ReplaceLineEndings("\n"))));

    [GeneratedRegex("<svg.*?</svg>|(?<= src=\")data:[^\"]*", RegexOptions.Singleline)]
    private static partial Regex Drawn();
}
