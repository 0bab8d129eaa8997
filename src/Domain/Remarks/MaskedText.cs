using System.Text.RegularExpressions;
using Ita.Domain.Texts;

namespace Ita.Domain.Remarks;

/// <summary>Masks the personal data of a free text: names behind a title, nicknames behind a familiar word, numbers of telephones,
/// persons and accounts, addresses, accounts of networks, number plates.</summary>
/// <remarks>ASSUMED: no public document says which data of a remark is masked. A name without a title before it looks like any other word and
/// is not found. tests/SampleData/Remarks/masking.json is the list of examples.</remarks>
public static partial class MaskedText
{
    /// <summary>A masked text can have another number beside a mask; one more pass finds it. More were never needed.</summary>
    private const int MostPasses = 4;

    /// <summary>
    /// The text in one line, without invisible characters, in the spelling of <see cref="ThaiSpelling"/>, and with masks in place of personal
    /// data. A text that is masked already is returned as it is.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = ThaiSpelling.Repair(Spaces().Replace(InvisibleCharacters.Remove(text), " ").Trim());
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var before = masked;
            masked = NicknameMask.Rule.Apply(NameMask.Apply(MaskRules.All.Aggregate(before, (result, rule) => rule.Apply(result))));
            if (masked == before)
            {
                break;
            }
        }

        return masked;
    }

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
