using Ita.App.Storage;
using Ita.Bench.Material;
using Ita.Domain.Frameworks;
using Ita.Domain.Improvement;
using Ita.Domain.Scoring;
using Ita.Intake;
using Ita.Intake.Reading;

namespace Ita.Bench.Micro;

/// <summary>The work that both ways of measuring execute.</summary>
internal sealed class Subjects
{
    private readonly SampleSheet sample = SampleSheet.Read("ekkarat-2566");

    public Subjects() => Result = sample.Score();

    public AgencyResult Result { get; }

    /// <summary>The nation's scores in the four required columns.</summary>
    public byte[] Nation { get; } = NationBytes();

    public AgencyResult ScoreAgency() => sample.Score();

    public byte[] SerialiseResult() => StoredJson.Bytes(Result);

    public RatingOutcome Rate() => RatingRule.Rate(sample.Framework.Rating, Result.Total.Shown, Result.Instruments);

    /// <summary>The plan with the least effort for the next rating, over all 88 items.</summary>
    public PlanOutcome Plan() => Planner.Plan(Result, sample.Framework);

    public Task<IntakeOutcome> IntakeAsync() =>
        IntakeReader.ReadAsync(new MemoryStream(Nation), "nation.csv", IntakeSettings.Default, FrameworkCatalogue.BuiltIn).AsTask();

    public (int Rows, long Hundredths) RawParse() => RawCsv.Sum(Nation);

    private static byte[] NationBytes()
    {
        using var file = new MemoryStream();
        NationFile.Write(file, new NationShape(Named: false));
        return file.ToArray();
    }
}
