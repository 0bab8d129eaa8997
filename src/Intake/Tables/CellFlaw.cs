namespace Ita.Intake.Tables;

/// <summary>In what way a cell of a workbook does not hold what it shows.</summary>
internal enum CellFlawKind
{
    /// <summary>It shows an error of its formula, or has a formula that was never calculated.</summary>
    Error,

    /// <summary>It holds a number of more digits than a spreadsheet program keeps.</summary>
    TooManyDigits,

    /// <summary>It shows its number as a percentage, a fraction, with an exponent or in thousands: other digits than those of a typed code.</summary>
    Rescaled,

    /// <summary>It holds decimals that a score is published with, and does not show them.</summary>
    Rounded,

    /// <summary>It holds a number and shows nothing of it.</summary>
    Hidden,
}

/// <param name="Column">From 0.</param>
/// <param name="Held">What the cell holds, as the workbook writes it.</param>
internal readonly record struct CellFlaw(int Column, CellFlawKind Kind, string Held);
