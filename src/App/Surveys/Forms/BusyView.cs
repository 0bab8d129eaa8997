namespace Ita.App.Surveys.Forms;

/// <summary>A post that is not worked on now.</summary>
/// <param name="Held">The fields of the form as they were posted.</param>
/// <param name="Address">The address that they were posted to.</param>
/// <param name="Seconds">After how many seconds to send them again.</param>
public sealed record BusyView(QuestionList Form, IReadOnlyDictionary<string, string> Held, string Address, string Seconds, SurveyTexts Texts);
