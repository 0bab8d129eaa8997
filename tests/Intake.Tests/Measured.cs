namespace Ita.Intake.Tests;

/// <summary>Tests that count what is allocated: they run alone, for the count is of the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class Measured
{
    public const string Name = "measured";
}
