using BenchmarkDotNet.Attributes;
using Ita.Domain.Scoring;
using Ita.Intake;

namespace Ita.Bench.Micro;

/// <summary>The work per agency.</summary>
[MemoryDiagnoser]
public class AgencyBenchmarks
{
    private readonly Subjects subjects = new();

    [Benchmark]
    public AgencyResult ScoreAgency() => subjects.ScoreAgency();

    [Benchmark]
    public byte[] SerialiseResult() => subjects.SerialiseResult();

    [Benchmark]
    public RatingOutcome Rate() => subjects.Rate();
}

/// <summary>Reading and checking the nation's file, compared with the bare parser on the same bytes.</summary>
[MemoryDiagnoser]
public class IntakeBenchmarks
{
    private readonly Subjects subjects = new();

    [Benchmark(Baseline = true)]
    public long RawParse() => subjects.RawParse().Hundredths;

    [Benchmark]
    public Task<IntakeOutcome> Intake() => subjects.IntakeAsync();
}
