using Ita.Domain.Responses;
using Ita.Domain.Texts;

namespace Ita.Intake.Kinds.Responses;

/// <summary>Reads the answer to one question: its label as the catalogue has it, or the points it earns there.</summary>
/// <remarks>
/// Points are those the answer earns: for a negative question the good answer is 100, whichever label it has. A label is compared
/// without its spaces, so that "นาน ๆ ครั้ง" and "นานๆ ครั้ง" are one; nothing else is ever guessed.
/// </remarks>
internal sealed class AnswerCell
{
    private readonly string question;
    private readonly ImmutableArray<Choice> choices;
    private readonly Dictionary<string, int> byLabel = new(StringComparer.Ordinal);
    private readonly CellCache<int?> spellings;

    /// <param name="choices">See <see cref="Framework.ChoicesOf"/>.</param>
    public AnswerCell(string question, ImmutableArray<Choice> choices)
    {
        this.question = question;
        this.choices = choices;
        spellings = new(ReadCell);
        foreach (var choice in choices)
        {
            byLabel.TryAdd(CellText.Plain(choice.Label), SheetSums.UnitsOf(choice.Points));
        }
    }

    /// <returns>The answer's points as they are summed; null when the cell is blank.</returns>
    public Reading<int?> Read(ReadOnlySpan<byte> cell) => spellings.Read(cell);

    /// <summary>The text as a problem may show it. A text unlike any answer may be a person's own words and is not shown.</summary>
    public string Shown(ReadOnlySpan<byte> cell)
    {
        const int longestNumber = 6;
        var plain = CellText.Plain(CellText.Trimmed(cell));
        var isNumber = plain.Length <= longestNumber && plain.All(character => char.IsAsciiDigit(character) || character is '.' or ',' or '%');
        return isNumber || 2 * EditDistance.Between(NearestName.Start(plain), CellText.Plain(Nearest(plain))) <= plain.Length
            ? ShownValue.OfWords(cell)
            : PersonalData.Hidden;
    }

    private Reading<int?> ReadCell(ReadOnlySpan<byte> cell)
    {
        if (CellText.IsBlank(cell))
        {
            return new((int?)null);
        }

        var text = CellText.Trimmed(cell);
        var plain = CellText.Plain(text);
        if (byLabel.TryGetValue(plain, out var units) || TryPoints(text, out units))
        {
            return new((int?)units);
        }

        return new Fault(ProblemCatalogue.AnswerUnknown)
            .With("item", question)
            .With("nearest", Nearest(plain))
            .With("labels", string.Join(", ", choices.Select(choice => FormattableString.Invariant($"{choice.Label} ({choice.Points})"))));
    }

    private bool TryPoints(string text, out int units)
    {
        units = 0;
        var number = CellText.WithoutUnit(CellText.WithAsciiDigits(text));
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points)
            || choices.FirstOrDefault(choice => choice.Points == points) is not { } choice)
        {
            return false;
        }

        units = SheetSums.UnitsOf(choice.Points);
        return true;
    }

    private string Nearest(string plain) =>
        NearestName.Find(plain, choices.Select(choice => choice.Label), CellText.Plain, count: 1).FirstOrDefault() ?? "";
}
