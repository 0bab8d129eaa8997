namespace Ita.Intake.Workbooks;

/// <summary>Cuts the code of a number format into sections, and each section into its pieces.</summary>
internal sealed class FormatScanner(string code)
{
    private const string GeneralWord = "General";

    private readonly List<FormatPiece> pieces = [];
    private FormatCondition? condition;
    private int at;

    /// <summary>One section or more.</summary>
    public List<FormatSection> Sections()
    {
        var sections = new List<FormatSection>();
        while (at < code.Length)
        {
            if (code[at] == ';')
            {
                at++;
                sections.Add(Section());
            }
            else
            {
                Scan();
            }
        }

        sections.Add(Section());
        return sections;
    }

    private FormatSection Section()
    {
        var section = new FormatSection([.. pieces], condition);
        pieces.Clear();
        condition = null;
        return section;
    }

    private void Scan()
    {
        if (string.Compare(code, at, GeneralWord, 0, GeneralWord.Length, StringComparison.OrdinalIgnoreCase) == 0)
        {
            at += GeneralWord.Length;
            Add(FormatPieceKind.General, GeneralWord);
            return;
        }

        var character = code[at++];
        switch (character)
        {
            case '"':
                Literal(Until('"'));
                break;
            case '[':
                Brackets(Until(']'));
                break;
            case '\\':
                Literal(Next());
                break;
            case '_':
                // Room as wide as the character that follows.
                Next();
                Literal(" ");
                break;
            case '*':
                // The character that follows fills the column, so how often it is shown depends on the column's width.
                Next();
                break;
            default:
                Plain(character);
                break;
        }
    }

    private void Plain(char character)
    {
        var kind = character switch
        {
            '0' or '#' or '?' => FormatPieceKind.Digit,
            '.' => FormatPieceKind.Point,
            ',' => FormatPieceKind.Comma,
            '%' => FormatPieceKind.Percent,
            '@' => FormatPieceKind.Text,
            '/' or 'E' => FormatPieceKind.Unshown,
            'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'b' or 'B' or 'e' => FormatPieceKind.Date,
            _ => FormatPieceKind.Literal,
        };
        if (kind is not FormatPieceKind.Literal)
        {
            Add(kind, character.ToString());
        }
        else if (character is not ('t' or 'T'))
        {
            // A t shows the number in Thai digits, which are read like any others.
            Literal(character.ToString());
        }
    }

    /// <summary>A condition, a currency with its language, an elapsed time, or a colour.</summary>
    private void Brackets(string text)
    {
        condition ??= FormatCondition.Parse(text);
        if (text.StartsWith('$'))
        {
            Literal(text[1..].Split('-')[0]);
        }
        else if (text.Length > 0 && text.All(character => char.ToLowerInvariant(character) is 'h' or 'm' or 's'))
        {
            Add(FormatPieceKind.Date, text);
        }
    }

    /// <summary>Adds a text. A currency's sign is left out: with it, no amount would be a number.</summary>
    private void Literal(string text)
    {
        var shown = string.Concat(text.Where(character => char.GetUnicodeCategory(character) is not UnicodeCategory.CurrencySymbol));
        if (shown.Length > 0)
        {
            Add(FormatPieceKind.Literal, shown);
        }
    }

    private void Add(FormatPieceKind kind, string text) => pieces.Add(new(kind, text));

    private string Next() => at < code.Length ? code[at++].ToString() : "";

    private string Until(char end)
    {
        var start = at;
        var found = code.IndexOf(end, start);
        at = found < 0 ? code.Length : found + 1;
        return code[start..(found < 0 ? code.Length : found)];
    }
}
