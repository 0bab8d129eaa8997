namespace Ita.Intake.Tables;

/// <summary>The rows of a file that cannot be opened: none, and why.</summary>
internal sealed class RefusedRows : TableRows
{
    public RefusedRows(Fault fault) => Ended = fault;

    public override int CellCount => 0;

    public override ValueTask<bool> NextAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);

    public override ReadOnlySpan<byte> Cell(int column) => default;
}
