namespace Ita.Bench.Material;

/// <summary>Measured figures as a Markdown table, each with its goal; written row by row, so that an interrupted run
/// still shows its figures.</summary>
public sealed class FigureTable
{
    private readonly TextWriter output;

    public FigureTable(TextWriter output, string title)
    {
        this.output = output;
        output.WriteLine($"| {title} | measured | goal |\n|---|---|---|");
    }

    public void Add(string figure, string measured, string goal = "") => output.WriteLine($"| {figure} | {measured} | {goal} |");
}
