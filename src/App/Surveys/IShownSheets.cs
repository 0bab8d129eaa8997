namespace Ita.App.Surveys;

/// <summary>Tells whether the result of a survey shows its sheets; implemented by the results feature.</summary>
public interface IShownSheets
{
    /// <summary>True when the current version of the result shows the items of a survey, made of these numbers of answers, and no version
    /// before showed them with others. Only then can further figures about the same sheets be shown without disclosing those that came
    /// later.</summary>
    /// <param name="sheet">The scores of the survey's sheets alone.</param>
    Task<bool> ShowsAloneAsync(ScoreSheet sheet, CancellationToken cancellationToken);
}
