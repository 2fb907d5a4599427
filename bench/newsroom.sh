# What benchmarks of sending share: a service of its own with readers and editions. Sourced by them, with $work, $token, $relay, $sessions, $heap and $jar set.

port=$((20000 + RANDOM % 10000))
url=http://127.0.0.1:$port
service=

# Starts it, and waits until it answers. Further settings as arguments.
start_service() {
    java -Xmx"$heap" -Xlog:gc:file="$work/gc.log" ${JAVA_OPTS:-} -jar "$jar" \
        --server.port="$port" --server.address=127.0.0.1 --digest.data-directory="$work/data" \
        --digest.base-url="$url" --digest.publication.postal-address="1 Example Street" \
        --digest.mail.from=digest@newgroktimes.example --digest.mail.reply-to=editors@newgroktimes.example \
        --digest.mail.list-id=digest.newgroktimes.example --digest.operator.api-token="$token" \
        --digest.delivery.connections="$sessions" --digest.delivery.holding=0s --digest.delivery.mx-lookups=false \
        --logging.level.com.newgroktimes.digest.delivery.run.Freeze=debug \
        --spring.mail.host=127.0.0.1 --spring.mail.port="$relay" "$@" > "$work/service.log" 2>&1 &
    service=$!
    local second
    for second in $(seq 120); do
        curl -fs "$url/actuator/health/readiness" > /dev/null 2>&1 && return
        kill -0 "$service" 2>/dev/null || break
        sleep 1
    done
    tail -n 30 "$work/service.log" >&2
    exit 1
}

api() { # method, path, body, type
    curl -fsS -X "$1" -H "Authorization: Bearer $token" -H "Content-Type: ${4:-application/json}" ${3:+--data-binary "$3"} "$url/api/v1$2"
}

field() { # name: of the JSON on standard input
    grep -o "\"$1\" *: *[^,}]*" | head -n 1 | sed 's/^[^:]*: *//; s/"//g'
}

story() { # week's number, story's number, weeks ago
    local words
    words=$(awk 'BEGIN { for (i = 1; i <= 400; i++) printf "word%d ", i * 7919 % 1000 }')
    cat <<JSON
{"url": "https://newgroktimes.example/bench/$1/$2", "section": "Technology", "headline": "Story $2 of week $1 is told once more",
 "tldr": "It happened again, and this is the short of it.", "msmPerspective": "$(cut -c 1-560 <<< "$words")",
 "xPerspective": "$(cut -c 1-560 <<< "$words")", "bodyHtml": "<p>$words</p>", "byline": "A WRITER", "place": "Geneva",
 "publishedAt": "$(date -u -d "last monday - $((7 * ($3))) days + 30 hours" +%Y-%m-%dT%H:%M:%SZ)"}
JSON
}

# As many editions as that, of eight stories each, numbered from 1.
has_editions() { # weeks
    local week number iso
    for week in $(seq "$1"); do
        for number in 1 2 3 4 5 6 7 8; do
            story "$week" "$number" "$(($1 - week + 1))" > "$work/story"
            api PUT /stories "$(cat "$work/story")" > /dev/null
        done
        iso=$(date -u -d "last monday - $((7 * ($1 - week + 1))) days + 30 hours" +%G-W%V)
        api POST /editions "{\"week\":\"$iso\"}" > /dev/null
    done
}

has_readers() { # how many, at how many domains
    awk -v readers="$1" -v domains="$2" 'BEGIN {
        print "email,state,confirmed_at,evidence"
        for (i = 1; i <= readers; i++) printf "reader.%d@list-%d.example,CONFIRMED,2024-05-01T09:00:00Z,\"Form on the front page\"\n", i, i % domains
    }' | curl -fsS -T - -X POST -H "Authorization: Bearer $token" -H 'Content-Type: text/csv' "$url/api/v1/subscribers/import" > /dev/null
}

# Presses Send, and returns once it goes out: the log tells, since whoever asks the service takes a processor from it.
sends_edition() { # edition's number
    local edition
    edition=$(api GET "/editions/$1")
    api POST "/editions/$1/send" "{\"recipients\":$(field recipients <<< "$edition"),\"contentHash\":\"$(field contentHash <<< "$edition")\"}" > /dev/null
    until grep -qF "Edition $1 goes to" "$work/service.log"; do
        kill -0 "$service"
        sleep 0.05
    done
}

conditions() {
    java -version 2>&1 | sed -n 2p
    echo "$(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), load before $(cut -d ' ' -f 1 /proc/loadavg), -Xmx$heap"
}
