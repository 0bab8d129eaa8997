namespace Ita.Intake.Tables;

/// <summary>The rows of a file that cannot be opened: none, and why.</summary>
internal sealed class RefusedRows : TableRows
{
    private readonly ImmutableArray<string> sheets;

    /// <param name="line">Where the reading ended; 0 for the whole file.</param>
    /// <param name="sheets">See <see cref="TableRows.Sheets"/>.</param>
    public RefusedRows(Fault fault, int line = 0, params ImmutableArray<string> sheets) => (Ended, Line, this.sheets) = (fault, line, sheets);

    public override int CellCount => 0;

    public override ImmutableArray<string> Sheets => sheets;

    public override ValueTask<bool> NextAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);

    public override ReadOnlySpan<byte> Cell(int column) => default;
}
