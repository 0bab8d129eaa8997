namespace Ita.Intake.Workbooks;

internal enum FormatPieceKind
{
    /// <summary>Text that is shown as it is.</summary>
    Literal,

    /// <summary>A place for a digit: 0, # or ?.</summary>
    Digit,
    Point,

    /// <summary>A comma between digits: thousands are separated, or the number is scaled down.</summary>
    Comma,
    Percent,

    /// <summary>A letter of a date or time.</summary>
    Date,

    /// <summary>The word General: the number with the digits that it has.</summary>
    General,

    /// <summary>The place of the cell's text: @.</summary>
    Text,

    /// <summary>The mark of a fraction or of an exponent. No score or code has one, so the number is read as it is held.</summary>
    Unshown,
}

/// <summary>One piece of a number format.</summary>
/// <param name="Text">The text of a literal, the character of any other piece.</param>
internal readonly record struct FormatPiece(FormatPieceKind Kind, string Text)
{
    public bool IsZero => Kind is FormatPieceKind.Digit && Text == "0";
}
