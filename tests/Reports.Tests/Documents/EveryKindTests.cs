using System.Text.RegularExpressions;
using Ita.Reports.Tests.Analysis;
using Ita.Reports.Text;

namespace Ita.Reports.Tests.Documents;

public partial class EveryKindTests
{
    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task The_same_model_gives_the_same_page(string kind) =>
        Assert.Equal(await Kinds.RenderAsync(kind), await Kinds.RenderAsync(kind));

    /// <summary>The body of each kind for each seed, without style, drawings and pictures, which have their own tests.</summary>
    [Theory]
    [MemberData(nameof(Kinds.Short), MemberType = typeof(Kinds))]
    public async Task The_page_equals_the_reviewed_one(string kind) =>
        Golden.MatchesIn("Reviewed", kind.Replace(", ", " ", StringComparison.Ordinal).Replace(' ', '-'), Drawn().Replace((await Kinds.RenderAsync(kind)).Between("<main>", "</main>").Plain(), ""), "html");

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

    [GeneratedRegex("<svg.*?</svg>|(?<= src=\")data:[^\"]*", RegexOptions.Singleline)]
    private static partial Regex Drawn();
}
