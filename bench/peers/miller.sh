#!/bin/sh
# The weekly table by channel in Miller, no check of any cell: sh bench/peers/miller.sh FOLDER
set -eu
cd "$1"
made=$(mktemp -d)
trap 'wait; rm -rf "$made"' EXIT

# A day is the date that a time is written with: generate.ts writes each as it is in Paris, with the offset that is in
# force there then, so no change of the clocks makes another day of it. A difference of times does need the offsets.
# Day 0 was a Thursday: 3 days more, and what is left over of sevens counts from Monday.
# A cell is named "week,channel" as it is printed, with nothing for what it sums over. It is one key since Miller takes
# no empty text as the key of a map.
common='
  func monday(str day): str {
    if (!haskey(@mondays, day)) {
      var seconds = strptime(day, "%Y-%m-%d");
      @mondays[day] = sec2gmtdate(seconds - (seconds // 86400 + 3) % 7 * 86400);
    }
    return @mondays[day];
  }
  func instant(str time): num {
    return strptime(sub(time, ":(..)$", "\1"), "%Y-%m-%dT%H:%M:%S%z");
  }
  func levels(str week, str channel): arr {
    return [week . "," . channel, week . ",", "," . channel, ","];
  }
  subr line(str cell, str name, num value) {
    print cell . "," . name . "," . fmtnum(value, "%.2f");
  }
  begin {
    @mondays = {};
  }
'

# What needs no visits runs beside them, as Miller does not fill two cores. Only the first row of an order has its
# amounts; the rows below it are lines.
mlr --csv --from orders.csv \
  filter '$Total != "" && (${Financial Status} == "paid" || ${Financial Status} == "refunded")' then \
  cut -f 'Name,Email,Created at,Subtotal,Shipping,Taxes' >"$made/orders.csv" &
orders=$!

mlr --csv --from spend.csv put -q -e "$common" -e '
  var channel = $platform == "Google Ads" || $platform == "Microsoft Ads" ? "Paid Search" : "Paid Social";
  for (cell in levels(monday($date), channel)) {
    @cost[cell] += $cost;
    @clicks[cell] += $clicks;
  }
  end {
    for (cell, cost in @cost) {
      call line(cell, "ad_spend", cost);
      call line(cell, "clicks", @clicks[cell]);
    }
  }
' >"$made/spend" &
spend=$!

# With -i the median of an even number is the mean of the middle two. Each row is passed on twice, for its week and all.
mlr --csv --from tickets.csv put -q -e "$common" -e '
  var gap = instant($first_reply_at) - instant($created_at);
  emit1 {"cell": monday($created_at[1:10]) . ",", "gap": gap};
  emit1 {"cell": ",", "gap": gap};
' then stats1 -i -a count,median -f gap -g cell then put -q -e "$common" -e '
  call line($cell, "tickets_created", $gap_count);
  call line($cell, "first_reply_time", $gap_median);
' >"$made/tickets" &
tickets=$!

# -S since a visitor such as 1000000007.1700000001 would else be a number, which is no key of a map. The four levels of
# visitors are written out since a loop over them in each row takes a third longer, and the loop at the end asks for
# the length of each map since one over the maps would copy them.
mlr -S --csv --from visits.csv put -q -s channels="$made/channels.csv" -e "$common" -e '
  begin {
    @media = {"(none)": "Direct", "cpc": "Paid Search", "organic": "Organic Search", "paid_social": "Paid Social",
      "social": "Organic Social", "email": "Email", "affiliate": "Affiliates"};
  }
  var week = monday($started_at[1:10]);
  var channel = @media[$medium] ?? "Referral";
  @rows[week][channel] += 1;
  @visitors[week . "," . channel][$visitor_id] = 1;
  @visitors[week . ","][$visitor_id] = 1;
  @visitors["," . channel][$visitor_id] = 1;
  @visitors[","][$visitor_id] = 1;
  if ($order_id != "" && (is_absent(@first[$order_id]) || instant($started_at) < instant(@first[$order_id]))) {
    @first[$order_id] = $started_at;
    @channel[$order_id] = channel;
  }
  end {
    for ((week, channel), rows in @rows) {
      for (cell in levels(week, channel)) {
        @sessions[cell] += rows;
      }
    }
    for (cell, sessions in @sessions) {
      call line(cell, "sessions", sessions);
      call line(cell, "visitors", length(@visitors[cell]));
    }
    emit > @channels, @channel, "Name";
  }
' >"$made/visits"

wait "$orders"
mlr --csv --from "$made/orders.csv" join --ur -j Name -f "$made/channels.csv" then put -q -e "$common" -e '
  var value = $Subtotal - roundm($Taxes * $Subtotal / ($Subtotal + $Shipping), 0.000001);
  for (cell in levels(monday(${Created at}[1:10]), $channel ?? "(unattributed)")) {
    @orders[cell] += 1;
    @value[cell] += value;
    @customers[cell][$Email] = 1;
  }
  end {
    for (cell, orders in @orders) {
      call line(cell, "orders", orders);
      call line(cell, "average_order_value", @value[cell] / orders);
      call line(cell, "customers", length(@customers[cell]));
    }
  }
' >"$made/orders"

wait "$spend"
wait "$tickets"
cd "$made"
LC_ALL=C sort visits orders spend tickets
