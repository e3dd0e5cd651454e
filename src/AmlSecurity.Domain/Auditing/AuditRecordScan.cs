using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Reads the bytes of a record once, in the one order of members that it has, and notes where each value
/// stands.</summary>
internal static class AuditRecordScan
{
    /// <summary>Scans a record.</summary>
    /// <returns>-1 if it is one; otherwise the place of the first byte that does not fit.</returns>
    public static int Scan(ReadOnlySpan<byte> record, ref RecordLayout layout)
    {
        var cursor = new RecordCursor(record);
        ScanRecord(ref cursor, ref layout);
        if (!cursor.IsAtEnd)
        {
            cursor.Fail(cursor.At);
        }

        var fault = cursor.Fault;
        if (!Utf8.IsValid(record))
        {
            fault = FirstOf(fault, FirstInvalid(record));
        }

        return record.Length > AuditRecord.MaximumLength ? FirstOf(fault, AuditRecord.MaximumLength) : fault;
    }

    private static int FirstOf(int fault, int other) => fault < 0 ? other : Math.Min(fault, other);

    // The bytes of a sequence that breaks off can be those of a character, up to the one that breaks it.
    private static int FirstInvalid(ReadOnlySpan<byte> record)
    {
        var at = 0;
        int length;
        while (Rune.DecodeFromUtf8(record[at..], out _, out length) == OperationStatus.Done)
        {
            at += length;
        }

        return record[at] is >= 0xC2 and <= 0xF4 ? at + length : at;
    }

    private static void ScanRecord(ref RecordCursor cursor, ref RecordLayout layout)
    {
        cursor.Open();
        cursor.Name("\"actor\":"u8);
        ScanActor(ref cursor, ref layout);
        if (cursor.TryName("\"authentication\":"u8))
        {
            ScanAuthentication(ref cursor, ref layout);
        }

        if (cursor.TryName("\"clockStep\":"u8))
        {
            Integer(ref cursor, ref layout, RecordMember.ClockStep, least: 1, RecordWords.LargestInteger);
        }

        OptionalText(
            ref cursor, ref layout, "\"correlationId\":"u8, RecordMember.CorrelationId, RecordWords.ShortText);
        Text(ref cursor, ref layout, "\"eventId\":"u8, RecordMember.EventId, RecordWords.ShortText);
        cursor.Name("\"index\":"u8);
        layout.Index = Integer(ref cursor, ref layout, RecordMember.Index, least: 0, RecordWords.LargestInteger);
        cursor.Name("\"occurredAt\":"u8);
        var start = cursor.At;
        cursor.Time();
        layout.Set(RecordMember.OccurredAt, start, cursor.At);
        Text(ref cursor, ref layout, "\"operation\":"u8, RecordMember.Operation, RecordWords.LongestText);
        OptionalText(ref cursor, ref layout, "\"operationId\":"u8, RecordMember.OperationId, RecordWords.ShortText);
        cursor.Name("\"outcome\":"u8);
        ScanOutcome(ref cursor, ref layout);
        cursor.Name("\"recordedAt\":"u8);
        layout.RecordedAt = cursor.Time();
        if (cursor.TryName("\"scoring\":"u8))
        {
            ScanScoring(ref cursor, ref layout);
        }

        Text(ref cursor, ref layout, "\"source\":"u8, RecordMember.Source, RecordWords.ShortText);
        Text(ref cursor, ref layout, "\"target\":"u8, RecordMember.Target, RecordWords.LongestText);
        if (cursor.TryName("\"trace\":"u8))
        {
            ScanTrace(ref cursor, ref layout);
        }

        cursor.Name("\"v\":1"u8);
        cursor.Close();
    }

    private static void ScanActor(ref RecordCursor cursor, ref RecordLayout layout)
    {
        cursor.Open();
        if (cursor.IsNext("\"id\":"u8))
        {
            Text(ref cursor, ref layout, "\"id\":"u8, RecordMember.ActorId, RecordWords.ShortText);
            cursor.Name("\"kind\":"u8);
            Word(ref cursor, ref layout, RecordMember.ActorKind, RecordWords.ActorKinds, RecordWords.Of);
            Slot(ref cursor, ref layout, "\"name\":"u8, RecordMember.ActorName);
            OptionalText(ref cursor, ref layout, "\"tenant\":"u8, RecordMember.ActorTenant, RecordWords.ShortText);
        }
        else if (cursor.TryName("\"kind\":\"unattributed\""u8))
        {
            layout.IsUnattributed = true;
            cursor.Name("\"why\":"u8);
            Word(ref cursor, ref layout, RecordMember.ActorWhy, RecordWords.Reasons, RecordWords.Of);
        }
        else
        {
            cursor.Name("\"kind\":\"runToken\""u8);
            Text(ref cursor, ref layout, "\"run\":"u8, RecordMember.ActorRun, RecordWords.RunText);
            Text(ref cursor, ref layout, "\"workspace\":"u8, RecordMember.ActorWorkspace, RecordWords.LongestText);
        }

        cursor.Close();
    }

    private static void ScanAuthentication(ref RecordCursor cursor, ref RecordLayout layout)
    {
        cursor.Open();
        OptionalText(ref cursor, ref layout, "\"client\":"u8, RecordMember.Client, RecordWords.ShortText);
        Texts(ref cursor, ref layout, "\"methods\":"u8, RecordMember.Methods, RecordWords.MostMethods);
        if (cursor.TryName("\"mfa\":"u8))
        {
            Word(ref cursor, ref layout, RecordMember.Mfa, RecordWords.Mfa, RecordWords.Of);
        }

        Slot(ref cursor, ref layout, "\"origin\":"u8, RecordMember.Origin);
        Hash(ref cursor, ref layout, "\"tokenHash\":"u8, RecordMember.TokenHash);
        Slot(ref cursor, ref layout, "\"userAgent\":"u8, RecordMember.UserAgent);
        cursor.Close();
    }

    private static void ScanOutcome(ref RecordCursor cursor, ref RecordLayout layout)
    {
        cursor.Open();
        if (cursor.IsNext("\"evidence\":"u8))
        {
            Text(ref cursor, ref layout, "\"evidence\":"u8, RecordMember.Evidence, RecordWords.LongText);
            cursor.Name("\"kind\":\"allowed\""u8);
        }
        else if (cursor.IsNext("\"code\":"u8))
        {
            Text(ref cursor, ref layout, "\"code\":"u8, RecordMember.Code, RecordWords.LongText);
            cursor.Name("\"kind\":\"failed\""u8);
        }
        else if (cursor.TryName("\"kind\":\"denied\""u8))
        {
            Text(ref cursor, ref layout, "\"reason\":"u8, RecordMember.Reason, RecordWords.LongText);
        }
        else
        {
            cursor.Name("\"kind\":"u8);
            var start = cursor.At;
            cursor.Expect(cursor.IsNext("\"started\""u8) ? "\"started\""u8 : "\"succeeded\""u8);
            layout.Set(RecordMember.OutcomeKind, start, cursor.At);
        }

        cursor.Close();
    }

    private static void ScanScoring(ref RecordCursor cursor, ref RecordLayout layout)
    {
        cursor.Open();
        OptionalText(ref cursor, ref layout, "\"computeType\":"u8, RecordMember.ComputeType, RecordWords.LongText);
        if (cursor.TryName("\"duration\":"u8))
        {
            Integer(ref cursor, ref layout, RecordMember.Duration, least: 0, RecordWords.LargestInteger);
        }

        OptionalText(ref cursor, ref layout, "\"httpMethod\":"u8, RecordMember.HttpMethod, RecordWords.MethodText);
        OptionalText(ref cursor, ref layout, "\"requestId\":"u8, RecordMember.RequestId, RecordWords.ShortText);
        Slot(ref cursor, ref layout, "\"requestUrl\":"u8, RecordMember.RequestUrl);
        if (cursor.TryName("\"statusCode\":"u8))
        {
            Integer(
                ref cursor, ref layout, RecordMember.StatusCode, RecordWords.FirstStatus, RecordWords.LastStatus);
        }

        Slot(ref cursor, ref layout, "\"userAgent\":"u8, RecordMember.ScoringUserAgent);
        cursor.Close();
    }

    private static void ScanTrace(ref RecordCursor cursor, ref RecordLayout layout)
    {
        cursor.Open();
        Hash(ref cursor, ref layout, "\"policy\":"u8, RecordMember.Policy);
        Texts(ref cursor, ref layout, "\"rules\":"u8, RecordMember.Rules, RecordWords.MostRules);
        cursor.Close();
    }

    private static void Slot(
        ref RecordCursor cursor, ref RecordLayout layout, ReadOnlySpan<byte> name, RecordMember member)
    {
        if (!cursor.TryName(name))
        {
            return;
        }

        var start = cursor.At;
        cursor.Open();
        if (cursor.TryName("\"sealed\":"u8))
        {
            layout.HasSealed = true;
            cursor.Base64Url(RecordWords.SealedText);
            cursor.Name("\"subject\":"u8);
            cursor.Text(RecordWords.ShortText);
        }
        else if (cursor.TryName("\"key\":"u8))
        {
            cursor.Text(RecordWords.ShortText);
            cursor.Name("\"pseudonym\":"u8);
            cursor.Hash();
        }
        else
        {
            cursor.Name("\"plain\":"u8);
            cursor.Text(RecordWords.LongestText);
        }

        cursor.Close();
        layout.Set(member, start, cursor.At);
    }

    private static void Text(
        ref RecordCursor cursor, ref RecordLayout layout, ReadOnlySpan<byte> name, RecordMember member, int longest)
    {
        cursor.Name(name);
        var start = cursor.At;
        cursor.Text(longest);
        layout.Set(member, start, cursor.At);
    }

    private static void OptionalText(
        ref RecordCursor cursor, ref RecordLayout layout, ReadOnlySpan<byte> name, RecordMember member, int longest)
    {
        if (cursor.TryName(name))
        {
            var start = cursor.At;
            cursor.Text(longest);
            layout.Set(member, start, cursor.At);
        }
    }

    private static void Texts(
        ref RecordCursor cursor, ref RecordLayout layout, ReadOnlySpan<byte> name, RecordMember member, int most)
    {
        if (!cursor.TryName(name))
        {
            return;
        }

        var start = cursor.At;
        cursor.Expect("["u8);
        cursor.Text(RecordWords.MethodText);
        var count = 1;
        while (cursor.IsNext(","u8))
        {
            if (++count > most)
            {
                cursor.Fail(cursor.At);
            }

            cursor.Expect(","u8);
            cursor.Text(RecordWords.MethodText);
        }

        cursor.Expect("]"u8);
        layout.Set(member, start, cursor.At);
    }

    private static void Hash(
        ref RecordCursor cursor, ref RecordLayout layout, ReadOnlySpan<byte> name, RecordMember member)
    {
        if (cursor.TryName(name))
        {
            var start = cursor.At;
            cursor.Hash();
            layout.Set(member, start, cursor.At);
        }
    }

    private static long Integer(
        ref RecordCursor cursor, ref RecordLayout layout, RecordMember member, long least, long largest)
    {
        var start = cursor.At;
        var value = cursor.Integer(least, largest);
        layout.Set(member, start, cursor.At);
        return value;
    }

    private static void Word<TEnum>(
        ref RecordCursor cursor,
        ref RecordLayout layout,
        RecordMember member,
        ReadOnlySpan<TEnum> words,
        Func<TEnum, ReadOnlySpan<byte>> spelling)
    {
        var start = cursor.At;
        foreach (var word in words)
        {
            if (cursor.IsNext(spelling(word)))
            {
                cursor.Expect(spelling(word));
                layout.Set(member, start, cursor.At);
                return;
            }
        }

        cursor.Fail(start);
    }
}
