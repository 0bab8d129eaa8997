namespace Ita.Intake.Problems;

/// <summary>What is wrong with one cell, before its place in the file is known.</summary>
internal sealed record Fault(ProblemKind Kind, ImmutableSortedDictionary<string, string> Places)
{
    public Fault(ProblemKind kind)
        : this(kind, ImmutableSortedDictionary<string, string>.Empty)
    {
    }

    public Fault With(string place, string text) => this with { Places = Places.SetItem(place, text) };

    public Problem At(int? line, string? column = null, string? value = null) =>
        new(Kind.Code, Kind.Severity, line, column, value, Places);
}

/// <summary>The value of a cell, or the fault that it has. A value may come with a warning.</summary>
internal readonly record struct Reading<T>(T Value, Fault? Fault = null)
{
    public bool IsGood => Fault is null || Fault.Kind.Reach is ProblemReach.Note;

    public static implicit operator Reading<T>(Fault fault) => new(default!, fault);

    public static implicit operator Reading<T>(T value) => new(value);
}
