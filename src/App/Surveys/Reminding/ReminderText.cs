using Ita.App.Delivery;
using Ita.Domain.Texts;
using Ita.Reports.Text;

namespace Ita.App.Surveys.Reminding;

/// <summary>The e-mail to an agency whose survey has too few answers: the numbers, and what to do. Thai before English.</summary>
internal static class ReminderText
{
    /// <param name="reminders">At least one, all of one agency.</param>
    public static (string Subject, string Text) Of(IReadOnlyList<Reminder> reminders)
    {
        var first = reminders[0];
        var forms = reminders.Select(reminder => Line(reminder.Meter)).ToList();
        var thai = Places(first, ThaiDate.Full(first.LastDay), forms.Select(form => form.Th));
        var english = Places(first, EnglishTime.Of(first.LastDay), forms.Select(form => form.En));
        return (
            TextCatalogue.Fill("letter.reminder-subject", thai).Th,
            LetterText.InBoth(TextCatalogue.Fill("letter.reminder", thai).Th, TextCatalogue.Fill("letter.reminder", english).En));
    }

    private static Dictionary<string, string> Places(Reminder reminder, string last, IEnumerable<string> forms) => new()
    {
        ["agency"] = reminder.Agency.Title,
        ["year"] = reminder.Agency.Year.ToString(),
        ["forms"] = string.Join('\n', forms.Select(form => $"- {form}")),
        ["last"] = last,
        ["days"] = ThaiNumber.Count(reminder.DaysLeft),
    };

    private static LocalizedText Line(SampleMeter meter) => TextCatalogue.Fill(
        meter.Minimum is null ? "letter.reminder-unknown" : "letter.reminder-short",
        new Dictionary<string, string>
        {
            ["survey"] = meter.Survey,
            ["received"] = ThaiNumber.Count(meter.Received),
            ["minimum"] = ThaiNumber.Count(meter.Minimum),
            ["missing"] = ThaiNumber.Count(meter.Missing),
        });
}
