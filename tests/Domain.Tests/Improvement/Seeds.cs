using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Scoring;
using Ita.Tests;

namespace Ita.Domain.Tests.Improvement;

/// <summary>The worked example sheets of tests/SampleData/Scoring, scored, by the number of the document they come from.</summary>
internal static class Seeds
{
    public static AgencyResult MaeNaTham => Result("seed 000;", 2567);

    public static AgencyResult ThaRae => Result("seed 001;", 2565);

    public static AgencyResult Ekkarat => Result("seed 003;", 2566);

    public static AgencyResult EkkaratTheYearBefore => Result("seed 003 history;", 2565);

    public static Framework FrameworkOf(this AgencyResult result) => FrameworkCatalogue.BuiltIn.Get(result.Year);

    private static AgencyResult Result(string source, int year) => WorkedExamples.Read<AgencyScorerTests.Example>("Scoring")
        .First(example => example.Source.StartsWith(source, StringComparison.Ordinal) && example.Year == year)
        .Result();
}
