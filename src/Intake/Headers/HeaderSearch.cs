namespace Ita.Intake.Headers;

/// <summary>
/// Looks for the header among a table's first rows: reports have a title or two above it, in a cell or two. A row with more cells is
/// never passed over, because it may be data. The header may be in two rows, see <see cref="HeaderPair"/>.
/// </summary>
internal sealed class HeaderSearch(IntakeLimits limits, ImmutableArray<KindColumns> kinds)
{
    private const int MostTitleRows = 10;
    private const int MostTitleCells = 2;

    private HeaderRow? first;
    private HeaderRow? best;

    /// <summary>The row before, where it was a title.</summary>
    private HeaderRow? title;

    /// <summary>The row with more cells than a title that is no header by itself, or may be one of which the next row is a part.</summary>
    private (HeaderRow Row, HeaderCheck Check)? upper;
    private int seen;

    /// <summary>Whether no further row can be the header.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the row that was looked at last is below the header and is no part of it.</summary>
    public bool IsBelow { get; private set; }

    /// <summary>How many rows had more cells than a title.</summary>
    public int TableRows { get; private set; }

    /// <summary>The header, or else the row that has to be called wrong: the fullest that tells a kind, or the first of all.</summary>
    public HeaderRow? Found => best ?? first;

    /// <summary>What to do where the rows below the wrong row say more about the cause than that row; null where they do not.</summary>
    public Problem? Advice { get; private set; }

    public void Look(HeaderRow row)
    {
        TableRows += row.FilledCells > MostTitleCells ? 1 : 0;
        if (upper is { } above)
        {
            LookBelow(above.Row, above.Check, row);
        }
        else if (title is not null && HeaderPair.Join(title, row, isTitle: true) is { } pair && !Accepts(row) && Accepts(pair))
        {
            (best, IsOver) = (pair, true);
        }
        else
        {
            LookAt(row);
        }
    }

    private void LookAt(HeaderRow row)
    {
        var check = new HeaderCheck(row, limits, kinds);
        first ??= row;
        best = check.Refusal is null || (check.Kind is not null && row.FilledCells > (best?.FilledCells ?? 0)) ? row : best;
        if (row.FilledCells > MostTitleCells && (check.Refusal is not null || !check.HasSign))
        {
            (upper, seen) = ((row, check), 0);
            return;
        }

        title = row;
        IsOver = check.Refusal is null || ++seen > MostTitleRows;
    }

    private void LookBelow(HeaderRow above, HeaderCheck check, HeaderRow row)
    {
        var pair = seen++ == 0 ? HeaderPair.Join(above, row, isTitle: false) : null;
        if (pair is not null && Completes(pair, above, check))
        {
            (best, IsOver) = (pair, true);
            return;
        }

        Advice = check.Refusal is not null && Accepts(row) ? Advise(ProblemCatalogue.HeaderBelow, above, row)
            : pair is not null ? Advise(ProblemCatalogue.HeaderInTwoRows, above, row)
            : null;
        IsBelow = true;
        IsOver = check.Refusal is null || Advice is not null || seen >= MostTitleRows;
    }

    /// <summary>Whether both rows say more than the upper one alone.</summary>
    private bool Completes(HeaderRow pair, HeaderRow above, HeaderCheck alone) => new HeaderCheck(pair, limits, kinds) is { Refusal: null } both
        && (alone.Refusal is not null || both.HasSign || pair.Columns.Count > above.Columns.Count);

    private bool Accepts(HeaderRow row) => new HeaderCheck(row, limits, kinds).Refusal is null;

    private static Problem Advise(ProblemKind kind, HeaderRow wrong, HeaderRow below) =>
        new Fault(kind).With("below", FormattableString.Invariant($"{below.Line}")).At(wrong.Line);
}
